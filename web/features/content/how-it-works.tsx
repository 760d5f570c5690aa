import type { Question } from "./faq.tsx";
import type { NumberedStep } from "./numbered-steps.tsx";

export const STUDENT_STEPS: readonly NumberedStep[] = [
  {
    title: "Say it your way",
    text: "Skill, neighborhood, day, budget: type it as you would say it. You see what was understood and can change it.",
  },
  {
    title: "Pick an opening",
    text: "Every start you see is open for that lesson, at that place, for that long. Instructors have no request to approve.",
  },
  {
    title: "See one total",
    text: "The lesson plus 12% Booking Protection, from the first price on. Nothing is added at the end.",
  },
  {
    title: "Keep it for 15 minutes",
    text: "While you enter your card, the start is held for you. If you leave, it is free again and nothing was charged.",
  },
  {
    title: "Be charged after the lesson",
    text: "Your card is charged 24 hours after the lesson has ended. Those hours are your time to say if something was wrong.",
  },
  {
    title: "Cancel free up to 24 hours before",
    text: "Later you see the cost first: between 24 and 12 hours the lesson price comes back as credit, under 12 hours half of it.",
  },
];

export const TEACHING_STEPS: readonly NumberedStep[] = [
  {
    title: "Be checked",
    text: "Identity, background check and payout account come first. Until all of it is done, your profile is not shown.",
  },
  {
    title: "Set prices and open hours",
    text: "One price for each way you teach, at least $80.00 an hour in person and $60.00 online. Open hours week by week.",
  },
  {
    title: "Teach, and be paid on Tuesday",
    text: "A lesson is charged 24 hours after its end. Payouts go out every Tuesday, or sooner for a 2% fee, at least $0.50.",
  },
];

export const HOW_IT_WORKS_QUESTIONS: readonly Question[] = [
  {
    question: "Do I need a subscription?",
    answer:
      "No. You pay for each lesson you book. Nothing renews by itself, and writing to an instructor is free.",
  },
  {
    question: "How soon can a lesson start?",
    answer:
      "From 1 hour ahead online or at the instructor’s place, and from 3 hours ahead where the instructor travels. Instructors may ask for more.",
  },
  {
    question: "What if two of us want the same start?",
    answer:
      "Only one of you can hold it. The other one is told at once, sees the nearest open starts, and is not charged.",
  },
  {
    question: "What happens if my card is declined?",
    answer:
      "When you book, you use another card while the 15 minutes run. If it is declined 24 hours before the lesson, you have until 12 hours before the start to fix it; after that the lesson is cancelled and costs you nothing.",
  },
  {
    question: "What if my instructor does not come?",
    answer:
      "Report it from the start of the lesson until 24 hours after its end. The payment is frozen. Once the report is confirmed you pay nothing, and the fee comes back too.",
  },
  {
    question: "Can I book for my child?",
    answer:
      "Yes. The account and the booking are yours. There are no accounts for children, and we ask for no birth dates.",
  },
  {
    question: "Is any of it open now?",
    answer:
      "The catalog is. Accounts, search and booking are not open yet, and no instructors are listed yet.",
  },
];
