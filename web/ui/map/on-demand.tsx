import { lazy, Suspense } from "react";
import type { CityMapProps } from "./city-map.tsx";
import type { HeroMapProps } from "./hero-map.tsx";

/*
 * The maps and the projection are a chunk of their own in the browser: the server's HTML has the whole picture, which
 * stays until the chunk has arrived and takes it over. The server itself must not wait, else the first visitor after a
 * start would get the placeholder.
 */
const server = import.meta.env.SSR
  ? { city: await import("./city-map.tsx"), hero: await import("./hero-map.tsx") }
  : null;

const City =
  server?.city.CityMap ?? lazy(async () => ({ default: (await import("./city-map.tsx")).CityMap }));
const Hero =
  server?.hero.HeroMap ?? lazy(async () => ({ default: (await import("./hero-map.tsx")).HeroMap }));

/** `CityMap`, loaded when it is first shown. */
export function CityMapOnDemand(props: CityMapProps) {
  return (
    <Suspense
      fallback={
        <div
          aria-busy="true"
          className={`animate-shimmer border border-line bg-map-water ${props.className}`}
        />
      }
    >
      <City {...props} />
    </Suspense>
  );
}

/** `HeroMap`, loaded when it is first shown; until then nothing, because it is decoration. */
export function HeroMapOnDemand(props: HeroMapProps) {
  return (
    <Suspense fallback={null}>
      <Hero {...props} />
    </Suspense>
  );
}
