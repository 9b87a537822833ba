import { useSubmit } from '@remix-run/react';
import type { FormEvent } from 'react';
import type { ReportPhoto } from './use-report-photos.ts';

/** For a form's `onSubmit`: a photo that could not be uploaded before goes with the form, as `photos`. */
export function useSendWithPhotos(
  photos: readonly ReportPhoto[],
): (event: FormEvent<HTMLFormElement>) => void {
  const submit = useSubmit();
  return (event) => {
    const unsent = photos.flatMap(({ file, state }) => (file && state !== 'refused' ? [file] : []));
    if (unsent.length === 0) return;
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    for (const file of unsent) body.append('photos', file);
    submit(body, { method: 'post', encType: 'multipart/form-data' });
  };
}
