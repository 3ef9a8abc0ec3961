import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { getScheduleChoices } from '../../contract/schedule.ts';
import { idShape } from '../../contract/shapes.ts';
import { useAddress } from '../kit/address-state.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { ImportFile } from './import-file.tsx';

const address = z.object({ team: idShape.optional() });

/** Shifts of a team from a file: choosing it, what would be planned, and planning it. */
export function ShiftImportPage() {
  const t = useTexts();
  const [{ team: asked }] = useAddress(address);
  const { data, error, refetch } = useQuery(queryOf(getScheduleChoices, {}));
  const team = data?.teams.find(({ id }) => id === asked) ?? data?.teams[0];
  return (
    <Page
      title={t('shift-files.title')}
      about={team && t('shift-files.about', { team: team.name })}
      crumbs={[
        <TextLink key="schedule" to="/schedule" search={team && { team: team.id }} inherit>
          {t('schedule.title')}
        </TextLink>,
      ]}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={200} radius={10} />}
      {team && <ImportFile key={team.id} team={team.id} />}
    </Page>
  );
}
