import { absUrl, type ExportFormat } from '../list';

export const json: ExportFormat = {
  name: 'JSON',
  extension: 'json',
  type: 'application/json',
  write: ({ papers }) =>
    `${JSON.stringify(
      papers.map(({ paper, categories, date }) => ({
        ...paper,
        ...(categories.length > 0 && { categories }),
        date,
        url: absUrl(paper),
      })),
      undefined,
      2,
    )}\n`,
};
