import { startSite } from "../../support/start-site.ts";

/** One site for the whole run; the tests find it through `SITE_URL`. */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await startSite();
  process.env["SITE_URL"] = site.url;
  return async () => {
    await site.stop();
  };
}
