import { acquireOwnerLock } from "./owner-lock.ts";

/** Run by the tests as a process of its own: takes the folder when told to, and holds it until it is killed. */
process.on("message", () => {
  try {
    acquireOwnerLock(process.argv[2] ?? "");
    process.send?.("taken");
  } catch (error) {
    process.send?.((error as Error).message);
  }
});
process.send?.("ready");
