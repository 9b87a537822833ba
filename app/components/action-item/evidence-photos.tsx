import { ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { mostPhotos } from '#app/domain/incident/photo.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { FieldGroup } from '#app/ui/field.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Icon } from '#app/ui/icon.tsx';

type Upload = { key: number; url: string; id: string | null; refusal: Refusal | 'failed' | null };

/** Photos that show that something was done: each is uploaded at once, the form carries their ids. */
export function EvidencePhotos() {
  const { t } = useTranslation('action-item');
  const { t: tRefusal } = useTranslation('refusal');
  const { t: tCommon } = useTranslation('common');
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [ready, setReady] = useState(false);
  const last = useRef(0);
  // Without JavaScript nothing could upload: the words and the amount are the evidence then.
  useEffect(() => setReady(true), []);
  if (!ready) return null;

  const change = (key: number, changed: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)));
  const add = (files: readonly File[]) => {
    for (const file of files.slice(0, mostPhotos - uploads.length)) {
      const key = (last.current += 1);
      setUploads((before) => [...before, { key, url: URL.createObjectURL(file), id: null, refusal: null }]);
      void send(file).then((answer) => change(key, answer));
    }
  };
  const refusals = uploads.flatMap(({ refusal }) => refusal ?? []);
  const [refusal] = refusals;
  return (
    <FieldGroup
      label={t('field.photos')}
      optional
      hint={t('field.photos_hint')}
      error={refusal && (refusal === 'failed' ? tCommon('action.retry') : tRefusal(refusal))}
    >
      <ul className="flex flex-wrap gap-2">
        {uploads.map(({ key, url, id, refusal: refused }) => (
          <li key={key} className="relative size-20 overflow-hidden rounded-r-1 bg-sunk">
            <img src={url} alt="" className={`size-full object-cover ${id ? '' : 'opacity-50'}`} />
            {id && <input type="hidden" name="photoIds" value={id} />}
            {!id && !refused && <span className="spinner absolute top-8 left-8" aria-hidden="true" />}
            <span className="absolute top-1 right-1 rounded-r-1 bg-panel">
              <IconButton
                size="sm"
                icon={X}
                label={tCommon('action.remove')}
                onPress={() => setUploads((before) => before.filter((upload) => upload.key !== key))}
              />
            </span>
          </li>
        ))}
        {uploads.length < mostPhotos && (
          <li>
            <label className="grid size-20 cursor-pointer place-items-center rounded-r-2 border border-dashed border-line-2 text-ink-2 focus-within:outline-2 focus-within:outline-primary hover:bg-sunk">
              <Icon of={ImagePlus} size="lg" />
              <span className="visually-hidden">{t('field.photos')}</span>
              <input
                type="file"
                multiple
                accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
                className="visually-hidden"
                onChange={(event) => {
                  add([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
    </FieldGroup>
  );
}

/** What the route answers: the id, or why not. */
const photoAnswer = z.object({
  refusal: z.custom<Refusal>(isRefusal).nullable().default(null),
  value: z.object({ id: z.string() }).optional(),
});

/** Sends one photo to the route that keeps photos. */
async function send(file: File): Promise<Pick<Upload, 'id' | 'refusal'>> {
  const body = new FormData();
  body.set('photo', file);
  try {
    const response = await fetch('/photos', {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
    });
    const answer = photoAnswer.safeParse(await response.json());
    const id = answer.data?.value?.id ?? null;
    return { id, refusal: id ? null : (answer.data?.refusal ?? 'failed') };
  } catch {
    // Off line, or an answer that is no JSON: the photo can be taken out and added again.
    return { id: null, refusal: 'failed' };
  }
}
