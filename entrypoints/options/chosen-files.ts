import type { ChosenFile } from '../../lib/store/jobs/imports';

/** The files of a file or folder chooser. A chosen folder's paths start with the folder's own name. */
export function filesOf(list: FileList): ChosenFile[] {
  return [...list].map((file) => chosen(file, file.webkitRelativePath || file.name));
}

/** What was dropped, with the files in folders. It must be called while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((dropped) => dropped.webkitGetAsEntry());
  const found = await Promise.all(entries.map((entry) => (entry ? filesUnder(entry) : [])));
  return found.flat();
}

async function filesUnder(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [chosen(file, entry.fullPath.replace(/^\//, ''))];
  }
  const folder = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // It gives at most 100 entries at a time, and none when all have been given.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      folder.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const child of entries) found.push(...(await filesUnder(child)));
  }
}

function chosen(file: File, path: string): ChosenFile {
  return { path, content: file, modifiedAt: file.lastModified };
}
