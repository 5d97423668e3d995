import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';

interface ImportFormProps {
  onChoose: (files: FileList) => void;
  onDrop: (transfer: DataTransfer) => void;
}

/** Dropping files and choosing them do the same. */
export function ImportForm({ onChoose, onDrop }: ImportFormProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      <div>
        <p>
          <strong>{t('import_dropHere')}</strong>
        </p>
        <p class="hint">{t('import_kinds')}</p>
      </div>
      <p class="choosers">
        <Chooser label={t('import_chooseFiles')} onChoose={onChoose} />
        <Chooser label={t('import_chooseFolder')} isFolder onChoose={onChoose} />
      </p>
    </div>
  );
}

interface ChooserProps {
  label: string;
  isFolder?: boolean;
  onChoose: (files: FileList) => void;
}

function Chooser({ label, isFolder = false, onChoose }: ChooserProps) {
  return (
    <label class="button chooser">
      {label}
      <input
        type="file"
        multiple
        // @ts-expect-error Every browser knows the attribute, Preact's types do not.
        webkitdirectory={isFolder}
        onChange={({ currentTarget: input }) => {
          if (input.files && input.files.length > 0) onChoose(input.files);
          // Without this, choosing the same file again would be no change.
          input.value = '';
        }}
      />
    </label>
  );
}
