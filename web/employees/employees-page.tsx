import { Tabs } from '@mantine/core';
import { z } from 'zod';
import { useAddress } from '../kit/address-state.ts';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { CreatedNote } from '../users/created-note.tsx';
import { ActivitiesTab } from './activities-tab.tsx';
import classes from './employees.module.css';
import { EmployeesTab } from './employees-tab.tsx';
import { SkillsTab } from './skills-tab.tsx';

const tabs = { people: EmployeesTab, activities: ActivitiesTab, skills: SkillsTab };
const tabAddress = z.object({ tab: z.enum(['people', 'activities', 'skills']).optional() });
type Tab = keyof typeof tabs;

/** Who works here; and what there is to do and to know. */
export function EmployeesPage() {
  const t = useTexts();
  const may = useMay();
  const [{ tab = 'people' }, change] = useAddress(tabAddress);
  const Content = tabs[tab];
  return (
    <Page
      title={t('employees.title')}
      about={t('employees.about')}
      fill
      action={
        may('users.create') && (
          <ButtonLink to="/users/new" search={{ from: 'employees' }}>
            {t('users.list.create')}
          </ButtonLink>
        )
      }
    >
      <CreatedNote />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(chosen) => change({ tab: chosen === 'people' ? undefined : (chosen as Tab) })}
      >
        <Tabs.List aria-label={t('employees.tabs')}>
          {(Object.keys(tabs) as Tab[]).map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`employees.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes.panel}>
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
