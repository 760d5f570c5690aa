import type { RuleTester } from "oxlint/plugins-dev";

/** A linter rule, with oxlint's own types for the syntax tree. */
export type Rule = Extract<Parameters<RuleTester["run"]>[1], { createOnce?: never } | { create: unknown }>;

type Visitor = ReturnType<NonNullable<Rule["create"]>>;

export type NodeOf<Type extends Extract<keyof Visitor, string>> = Parameters<NonNullable<Visitor[Type]>>[0];
