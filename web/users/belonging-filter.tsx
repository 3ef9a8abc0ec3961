import { Button, Fieldset } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';

// Loaded when a window is opened: the list stays light.
const BelongingTicks = lazy(() =>
  import('./belonging-ticks.tsx').then(({ BelongingTicks }) => ({ default: BelongingTicks })),
);

/** What people are filtered on by belonging. */
export type Belonging = 'organisation' | 'group';
export const belongings = ['organisation', 'group'] as const;

const words = {
  organisation: {
    legend: 'groups.filter.organisations',
    choose: 'groups.filter.organisations.choose',
    title: 'groups.filter.organisations.title',
    needs: 'organisations.view',
  },
  group: {
    legend: 'groups.filter.groups',
    choose: 'groups.filter.groups.choose',
    title: 'groups.filter.groups.title',
    needs: 'groups.view',
  },
} as const;

/** The button in the flyout of filters; `choose` opens the window. */
export function BelongingFilter({ of, choose }: { of: Belonging; choose: () => void }) {
  const t = useTexts();
  const may = useMay();
  if (!may(words[of].needs)) return null;
  return (
    <Fieldset variant="unstyled" legend={t(words[of].legend)}>
      <Button variant="default" size="xs" fullWidth onClick={choose}>
        {t(words[of].choose)}
      </Button>
    </Fieldset>
  );
}

/** The windows in which organisations or groups are ticked: everybody who belongs to at least one of them stays. */
export function BelongingFilterDialogs(props: { opened: Belonging | null; close: () => void }) {
  const t = useTexts();
  return belongings.map((of) => (
    <Dialog key={of} opened={props.opened === of} close={props.close} title={t(words[of].title)} size="lg">
      <Suspense>
        <BelongingTicks of={of} close={props.close} />
      </Suspense>
    </Dialog>
  ));
}
