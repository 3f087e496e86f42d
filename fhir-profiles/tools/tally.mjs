/** Counts and prints results; `close` prints the line that scripts look for and sets the exit code. */
export function createTally() {
  const count = { passed: 0, failed: 0 };
  return {
    add(ok, text, details = []) {
      count[ok ? 'passed' : 'failed']++;
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}${details.map((d) => `\n       ${d}`).join('')}`);
    },
    /** A broken resource: refused, and for the reason it was broken by. */
    refusal({ name, because }, problems) {
      const hit = problems.find((p) => because.test(p));
      this.add(hit !== undefined, `refused: ${name}`, hit ? [hit] : [`wanted ${because}`, ...problems]);
    },
    close() {
      console.log(`${count.passed} passed, ${count.failed} failed`);
      process.exitCode = count.failed === 0 ? 0 : 1;
    },
  };
}
