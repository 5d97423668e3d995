import { type MessageKey, t } from '../../lib/i18n/translate';
import type { Grouping, Sorting } from '../../lib/lists/day-list';
import { closeMenu, Menu } from '../page/menu';

export interface OrderMenuProps {
  sort: Sorting;
  group: Grouping;
  onSort: (sort: Sorting) => void;
  onGroup: (group: Grouping) => void;
}

const SORTINGS: readonly [Sorting, MessageKey][] = [
  ['digest', 'popup_sortDigest'],
  ['score', 'popup_sortScore'],
  ['starred', 'popup_sortStarred'],
  ['subject', 'popup_sortSubject'],
];

const GROUPINGS: readonly [Grouping, MessageKey][] = [
  ['none', 'popup_groupNone'],
  ['subject', 'popup_groupSubject'],
  ['topic', 'popup_groupTopic'],
];

/** How the list is sorted and grouped. */
export function OrderMenu({ sort, group, onSort, onGroup }: OrderMenuProps) {
  return (
    <Menu name={t('popup_order')} icon="M2 4h12M2 8h8M2 12h4">
      <Choices legend={t('popup_sort')} name="sort" choices={SORTINGS} chosen={sort} onChoose={onSort} />
      <Choices legend={t('popup_group')} name="group" choices={GROUPINGS} chosen={group} onChoose={onGroup} />
    </Menu>
  );
}

interface ChoicesProps<Value extends string> {
  legend: string;
  name: string;
  choices: readonly [Value, MessageKey][];
  chosen: Value;
  onChoose: (value: Value) => void;
}

function Choices<Value extends string>({ legend, name, choices, chosen, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset
      onKeyDown={(event) => {
        if (event.key === 'Enter') closeMenu(event.currentTarget);
      }}
    >
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}
