import { Disclosure } from "../../ui/show/disclosure.tsx";

export interface Question {
  readonly question: string;
  /** Plain text, because search engines get the same words. */
  readonly answer: string;
}

/** Questions with their answers folded away. Give `faqPage` of the same list to the page's head. */
export function Faq({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <div className="figures border-t border-line">
      {questions.map(({ question, answer }) => (
        <Disclosure key={question} summary={question}>
          <p className="max-w-form">{answer}</p>
        </Disclosure>
      ))}
    </div>
  );
}

/** schema.org's form of questions that the page shows. */
export function faqPage(questions: readonly Question[]): Readonly<Record<string, unknown>> {
  return {
    "@type": "FAQPage",
    mainEntity: questions.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}
