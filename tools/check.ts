import { runChecks } from './run-checks.ts';

const { failed } = await runChecks();
console.log(
  failed === 0 ? 'All checks pass.' : `${failed} of the checks ${failed === 1 ? 'fails' : 'fail'}.`,
);
process.exitCode = failed === 0 ? 0 : 1;
