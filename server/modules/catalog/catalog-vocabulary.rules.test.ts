import { describe, expect, test } from "vitest";
import { someService, someSnapshot } from "./catalog.test-support.ts";
import { createVocabulary } from "./catalog-vocabulary.rules.ts";

const piano = someService({ slug: "piano", name: "Piano", terms: ["keys", "pianist", "music lessons"] });
const organ = someService({ slug: "organ", name: "Organ", terms: ["horn"] });
const vocabulary = createVocabulary(
  someSnapshot([piano, organ], {
    ambiguous_terms: [{ term: "horn", service_ids: [organ.id, piano.id] }],
    generic_tokens: ["lesson"],
  }),
);

describe("the vocabulary", () => {
  test("a term means the service before the subcategory before the category", () => {
    expect(vocabulary.terms.get("keys")).toEqual({ level: "service", slugs: ["piano"] });
    expect(vocabulary.terms.get("music lessons")).toEqual({ level: "service", slugs: ["piano"] });
    expect(vocabulary.terms.get("music")).toEqual({ level: "category", slugs: ["music"] });
  });

  test("an ambiguous term means its union before anything else", () => {
    expect(vocabulary.terms.get("horn")).toEqual({ level: "service", slugs: ["organ", "piano"] });
  });

  test("names count as terms; words without meaning are apart", () => {
    expect(vocabulary.terms.get("organ")).toEqual({ level: "service", slugs: ["organ"] });
    expect(vocabulary.terms.has("lesson")).toBe(false);
    expect(vocabulary.genericTokens.has("lesson")).toBe(true);
    expect(vocabulary.version).toBe(1);
  });
});
