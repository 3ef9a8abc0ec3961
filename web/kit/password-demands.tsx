import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPoint, IconX } from '@tabler/icons-react';
import type { PasswordPolicy, PasswordProblem } from '../../contract/passwords.ts';
import classes from './password-demands.module.css';
import { type Texts, useTexts } from './texts.tsx';

type Code = PasswordProblem['code'];
type Demand = { key: string; words: string; codes: Code[] };

/**
 * Each demand of the policy as a line, with a mark that also says in words whether it is met. Until it is `judged`
 * nothing is said of how hard the password is to guess.
 */
export function PasswordDemands(props: {
  id: string;
  policy: PasswordPolicy;
  typed: boolean;
  problems: PasswordProblem[];
  judged: boolean;
}) {
  const t = useTexts();
  return (
    <ul id={props.id} className={classes.demands} aria-label={t('kit.password.demands')}>
      {demandsOf(props.policy, t).map((demand) => (
        <DemandLine
          key={demand.key}
          demand={demand}
          known={props.typed && (demand.key !== 'hard' || props.judged)}
          problems={props.problems}
        />
      ))}
    </ul>
  );
}

function demandsOf(policy: PasswordPolicy, t: Texts): Demand[] {
  const length = t('kit.password.length', { minimum: policy.minimumLength });
  return [
    { key: 'length', words: length, codes: ['too-short', 'too-long'] },
    ...(policy.digit ? [demand('digit', 'no-digit', t)] : []),
    ...(policy.lower ? [demand('lower', 'no-lower', t)] : []),
    ...(policy.upper ? [demand('upper', 'no-upper', t)] : []),
    { key: 'hard', words: t('kit.password.hard'), codes: ['refused-word', 'common'] },
  ];
}

function demand(key: 'digit' | 'lower' | 'upper', code: Code, t: Texts): Demand {
  return { key, words: t(`kit.password.${key}`), codes: [code] };
}

function DemandLine(props: { demand: Demand; known: boolean; problems: PasswordProblem[] }) {
  const t = useTexts();
  const problem = props.problems.find(({ code }) => props.demand.codes.includes(code));
  const tooLong = props.problems.some(({ code }) => code === 'too-long');
  if (!props.known || (tooLong && !problem)) {
    return (
      <li className={classes.demand}>
        <IconPoint size={16} aria-hidden />
        <span>{props.demand.words}</span>
      </li>
    );
  }
  const said = problem && ['refused-word', 'common', 'too-long'].includes(problem.code);
  return (
    <li className={classes.demand} data-met={!problem}>
      {problem ? <IconX size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
      <span>
        <VisuallyHidden>{t(problem ? 'kit.password.unmet' : 'kit.password.met')} </VisuallyHidden>
        {said ? t(`password.${problem.code}`, { ...problem }) : props.demand.words}
      </span>
    </li>
  );
}
