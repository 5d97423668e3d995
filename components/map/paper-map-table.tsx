import { absAddress } from '../../lib/arxiv/address';
import { t, tn } from '../../lib/i18n/translate';
import type { PaperMap } from '../../lib/map/map-papers';
import { TexText } from '../paper/tex-text';

/** What the map shows, in words: each region with its terms and papers, then the papers that are in no region. */
export function PaperMapTable({ map }: { map: PaperMap }) {
  const titleOf = new Map(map.places.map(({ id, title }) => [id, title]));
  const others = map.places.filter(({ region }) => region === undefined).map(({ id }) => id);
  const rows = map.regions.map(({ name, ids }) => ({ name: name.join(', '), ids }));
  if (others.length > 0) rows.push({ name: t('map_noRegion'), ids: others });
  return (
    <table class="map-table">
      <caption class="unseen">{tn('map_label', map.places.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('map_region')}</th>
          <th scope="col" class="number">
            {t('map_count')}
          </th>
          <th scope="col">{t('map_papers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, ids }) => (
          <tr key={ids[0]}>
            <th scope="row">{name}</th>
            <td class="number">{ids.length}</td>
            <td>
              <ul>
                {ids.map((id) => (
                  <li key={id}>
                    <a href={absAddress(id)} target="_blank" rel="noreferrer">
                      <TexText text={titleOf.get(id) || `arXiv:${id}`} inLink />
                    </a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
