import { type FormEvent, useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { AdminMark } from '../kit/admin-mark.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Page } from '../kit/page.tsx';
import { Portrait } from '../kit/portrait.tsx';
import { useTexts } from '../kit/texts.tsx';
import { UnsavedGuard } from '../kit/unsaved-guard.tsx';
import { UserPhoto } from '../photos/photo-sections.tsx';
import { EverythingSection } from '../profile/everything-section.tsx';
import { useMay, useSession } from '../session/session.ts';
import { WorkSections } from '../work/work-sections.tsx';
import { AdminSection } from './admin-section.tsx';
import { DetailsSection } from './details-section.tsx';
import { EndSection } from './end-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import { HistorySection } from './history-section.tsx';
import { lastList } from './list-address.ts';
import { LocaleSection } from './locale-section.tsx';
import { MembershipSection } from './membership-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';
import { LockMark, StateMark } from './person-marks.tsx';
import { PersonnelFileNotes } from './personnel-file-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveDialogs } from './save-dialogs.tsx';
import { SecuritySection } from './security-section.tsx';
import { useUserDraft } from './use-user-draft.tsx';
import { UserCalendar } from './user-calendar.tsx';
import classes from './user-page.module.css';
import { UserTokens } from './user-tokens.tsx';

/** One form over the sections that are saved together; acts that happen at once stand beside it. */
export function EditUser({ user }: { user: User }) {
  const t = useTexts();
  const me = useSession();
  const may = useMay();
  const [askingOwnAdmin, setAskingOwnAdmin] = useState(false);
  const draft = useUserDraft(user, (now, emailWaits) => {
    noticeDone(
      [t('users.save.done', { name: now.name }), emailWaits && t('users.save.email-asked')]
        .filter(Boolean)
        .join(' '),
    );
  });
  const losesOwnAdmin = user.id === me.user.id && draft.changed.includes('admin') && !draft.draft.admin;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.saving || draft.changed.length === 0) return;
    if (losesOwnAdmin) setAskingOwnAdmin(true);
    else void draft.save();
  };
  return (
    <Page
      title={user.name}
      lead={<Portrait person={user} size={44} />}
      beside={<Marks user={user} />}
      action={<ContactCard user={user} />}
      crumbs={[
        <TextLink key="users" to="/users" search={lastList()} inherit>
          {t('users.page.crumb')}
        </TextLink>,
      ]}
    >
      <form id="edit-user" onSubmit={submit} noValidate aria-label={user.name}>
        <div className={classes.columns}>
          <div className={classes.main}>
            <PersonnelFileNotes user={user} />
            <DetailsSection user={user} draft={draft} />
            <LocaleSection user={user} draft={draft} />
            <OrganisationsSection user={user} />
            <RolesSection user={user} draft={draft} />
            <GroupsSection user={user} draft={draft} />
            <MembershipSection user={user} />
            {may('employees.view') && <WorkSections id={user.id} />}
          </div>
          <div className={classes.aside}>
            {user.allowed.includes('change') && <UserPhoto user={user} />}
            <AdminSection user={user} draft={draft} />
            <SecuritySection user={user} />
            <UserTokens user={user} />
            {may('users.export') && <EverythingSection id={user.id} name={user.name} />}
            <UserCalendar user={user} />
            <EndSection user={user} leave={draft.discard} />
          </div>
          <div className={classes.history}>
            <HistorySection user={user} />
          </div>
        </div>
        <SaveBar draft={draft} />
      </form>
      <UnsavedGuard hasUnsaved={draft.hasUnsaved} />
      <SaveDialogs
        draft={draft}
        askingOwnAdmin={askingOwnAdmin}
        closeOwnAdmin={() => setAskingOwnAdmin(false)}
      />
    </Page>
  );
}

/** The card stands in the directory, which shows who is here today. */
function ContactCard({ user: { id, state } }: { user: User }) {
  const t = useTexts();
  const me = useSession();
  const here = state === 'active' || state === 'pending';
  if (!here || !me.permissions.includes('people.view')) return null;
  return (
    <ButtonLink to="/people/$id" params={{ id }} variant="default">
      {t('people.card')}
    </ButtonLink>
  );
}

function Marks({ user }: { user: User }) {
  return (
    <>
      <StateMark state={user.state} />
      {user.locked && <LockMark size={20} />}
      {user.admin && <AdminMark />}
      <span className={classes.organisations}>{user.organisations.map(({ name }) => name).join(', ')}</span>
    </>
  );
}
