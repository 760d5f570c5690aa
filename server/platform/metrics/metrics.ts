import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const PREFIX = "instainstru_";

interface Declaration<L extends string> {
  /** Without the prefix `instainstru_`. */
  readonly name: string;
  readonly help: string;
  /** Only labels with a small fixed set of values: never ids, paths or words a client chose. */
  readonly labels?: readonly L[];
}

/** The process's metrics. Platform parts and modules receive it and declare what they count. */
export interface Metrics {
  counter<L extends string = never>(declaration: Declaration<L>): Counter<L>;
  histogram<L extends string = never>(
    declaration: Declaration<L> & { readonly buckets?: readonly number[] },
  ): Histogram<L>;
  /** `collect` is called at each scrape, for values that are read rather than counted. */
  gauge<L extends string = never>(
    declaration: Declaration<L> & { readonly collect?: (gauge: Gauge<L>) => void | Promise<void> },
  ): Gauge<L>;
  /** Everything in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds, from 5 ms to 10 s (operations §11). */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/**
 * A registry of its own, so that two apps in one process do not share counts. Declaring one name twice throws.
 * @param options.processMetrics false leaves out `process_*` and `nodejs_*`, which watch the process until it ends (default true).
 */
export function createMetrics(options: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processMetrics ?? true) collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const shared = <L extends string>({ name, help, labels = [] }: Declaration<L>) => ({
    name: `${PREFIX}${name}`,
    help,
    labelNames: labels,
    registers: [registry],
  });
  return {
    counter: (declaration) => new Counter(shared(declaration)),
    histogram: (declaration) =>
      new Histogram({ ...shared(declaration), buckets: [...(declaration.buckets ?? DURATION_BUCKETS)] }),
    gauge: (declaration) => {
      const { collect } = declaration;
      if (collect === undefined) return new Gauge(shared(declaration));
      const gauge: Gauge = new Gauge({ ...shared(declaration), collect: () => collect(gauge) });
      return gauge;
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
