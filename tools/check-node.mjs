// Runs before every npm script, on whatever Node the machine has: plain JavaScript that even an old one can read.
const OLDEST_NODE = 26;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  process.stderr.write(
    `InstaInstru runs on Node ${OLDEST_NODE}, which npm ci installs into this folder, and found only ${process.versions.node}. Run: npm ci\n`,
  );
  process.exit(1);
}
