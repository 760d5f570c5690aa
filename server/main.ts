const OLDEST_NODE = 26;

// Before anything that needs the newer runtime is loaded, so that an older one gets a line and not a stack.
const major = Number(process.versions.node.split(".")[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `InstaInstru needs Node ${OLDEST_NODE}, this is ${process.versions.node}. Run it with \`npm start\` after \`npm ci\`, which bring their own.\n`,
  );
  process.exit(1);
}

const { runSite } = await import("./run-site.ts");
await runSite();

export {};
