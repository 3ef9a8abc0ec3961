import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OutputOf, SentInputOf } from '../../contract/endpoint.ts';
import type { getChoices } from '../../contract/settings.ts';
import type { User } from '../../contract/user-shapes.ts';
import { createUser } from '../../contract/users.ts';
import type { Search } from '../kit/address-state.ts';
import { useCallForm } from '../kit/form.tsx';
import type { Pick } from '../kit/pick-many.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { Belonging } from '../organisations/organisations-field.tsx';
import { useMay } from '../session/session.ts';
import { useCameFrom } from './came-from.ts';
import type { JustCreated } from './list-address.ts';
import type { FieldOf } from './person-fields.tsx';

export type Choices = OutputOf<typeof getChoices>;

const emptyPerson = {
  salutation: '',
  firstName: '',
  infix: '',
  lastName: '',
  phone: '',
  mobile: '',
  jobTitle: '',
  personnelNumber: '',
  username: '',
  leavesOn: '',
  roles: [] as string[],
  groups: [] as Pick[],
  noMail: false,
};

/** The form that makes a user; afterwards the list, which says who was made and what became of the mail. */
export function useCreateUserForm(choices: Choices, home: Belonging[]) {
  const t = useTexts();
  const navigate = useNavigate();
  const { to } = useCameFrom();
  const { email } = useSearch({ strict: false }) as Search;
  const may = useMay();
  const initial = {
    ...emptyPerson,
    organisations: home,
    email: typeof email === 'string' ? email : '',
    language: choices.language as string,
    timeZone: choices.timeZone,
    startsOn: choices.today,
  };
  const form = useCallForm(createUser, {
    initial,
    input: inputOf,
    refresh: ['users', 'employees', 'people', 'billing', 'overview', 'mail', 'audit'],
    check: (values) => ({
      email: values.email.trim() === '' ? t('fields.required') : undefined,
      organisations:
        values.organisations.length === 0 && may('organisations.view')
          ? t('organisations.user.choose.first')
          : undefined,
      leavesOn: endsBeforeStart(values) ? t('employment.leave-before-start') : undefined,
    }),
    done: (user) => void navigate({ to, search: {}, state: { created: noteOf(user, choices.mailServer) } }),
  });
  const field: FieldOf<Exclude<keyof typeof initial, 'roles' | 'groups' | 'organisations' | 'noMail'>> = (
    name,
  ) => ({
    ...form.field(name),
    onChange: (text) => form.field(name).onChange(text),
  });
  return { form, field };
}

type Values = typeof emptyPerson & {
  organisations: Belonging[];
  email: string;
  language: string;
  timeZone: string;
  startsOn: string;
};

function endsBeforeStart({ startsOn, leavesOn }: Values): boolean {
  return startsOn !== '' && leavesOn !== '' && leavesOn < startsOn;
}

function inputOf({
  noMail,
  username,
  startsOn,
  leavesOn,
  groups,
  organisations,
  ...values
}: Values): SentInputOf<typeof createUser> {
  return {
    ...values,
    language: values.language as User['language'],
    username: username.trim() === '' ? undefined : username.trim(),
    startsOn: startsOn === '' ? undefined : startsOn,
    leavesOn: leavesOn === '' ? null : leavesOn,
    organisations:
      organisations.length === 0 ? undefined : organisations.map(({ id, role }) => ({ id, role })),
    groups: groups.length === 0 ? undefined : groups.map(({ id }) => id),
    sendWelcomeMail: !noMail,
  };
}

function noteOf(user: User, mailServer: boolean): JustCreated {
  const { id, name, billed, startsOn, invitation } = user;
  const sent = invitation?.mailState === 'sent' ? 'sent' : 'on-its-way';
  const state = invitation === null ? 'none' : mailServer ? sent : 'no-server';
  return { id, name, billed, startsOn, mail: { id: invitation?.mailId ?? null, state } };
}
