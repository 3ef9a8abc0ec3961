import { Button, Skeleton } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import type { Colleague } from '../../contract/people.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { type ListPage, PageBar } from '../kit/page-bar.tsx';
import type { Paging } from '../kit/paging.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './people.module.css';
import { type ChangePeople, nothingAsked } from './people-address.ts';
import { PersonCard } from './person-card.tsx';

/** Fills whole rows of one, two, three or four cards. */
export const peopleOnPage = 48;

/** A page of the directory as cards. */
export function PeopleCards(props: {
  page: ListPage<Colleague> | undefined;
  stale: boolean;
  paging: Paging;
  organisations: boolean;
  change: ChangePeople;
}) {
  const t = useTexts();
  const { page, paging, stale } = props;
  if (page && page.items.length === 0 && !paging.cursor) return <Nobody change={props.change} />;
  return (
    <div className={classes.frame}>
      <section className={classes.scroll} aria-label={t('people.list')} aria-busy={!page || stale}>
        <ul className={classes.cards} data-stale={stale || undefined}>
          {page
            ? page.items.map((person) => (
                <PersonCard key={person.id} person={person} organisations={props.organisations} />
              ))
            : bones.map((bone) => <Bone key={bone} />)}
        </ul>
      </section>
      <PageBar page={page} paging={paging} pageSize={peopleOnPage} />
    </div>
  );
}

function Nobody({ change }: { change: ChangePeople }) {
  const t = useTexts();
  return (
    <EmptyState
      icon={<IconAddressBook size={22} />}
      title={t('people.empty')}
      action={
        <Button variant="default" onClick={() => change(nothingAsked)}>
          {t('people.empty.clear')}
        </Button>
      }
    >
      {t('people.empty.text')}
    </EmptyState>
  );
}

const bones = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

function Bone() {
  return (
    <li className={classes.card} aria-hidden>
      <Skeleton circle height={52} />
      <div className={classes.words}>
        <Skeleton height={14} width="60%" my={4} />
        <Skeleton height={11} width="45%" my={5} />
        <Skeleton height={11} width="80%" my={5} />
      </div>
    </li>
  );
}
