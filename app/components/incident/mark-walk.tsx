import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/use-format.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { fetchPoints } from '#app/map/incident-requests.ts';
import { nextStop, type Stop, stopsOf } from '#app/map/layers/mark-walk.ts';
import { Pinned } from '#app/map/pinned.tsx';

/**
 * The marks by keyboard: Page Down and Page Up go from one to the next and say what it is, Enter presses it. Arrows and
 * plus and minus are the engine's own.
 */
export function MarkWalk({ handle }: { readonly handle: MapHandle }) {
  const { t } = useTranslation('layers');
  const { number } = useFormat();
  const id = useId();
  const [walk, setWalk] = useState<{ stop: Stop; at: number; all: number } | 'none'>();
  const [named, setNamed] = useState({ number: '', title: '' });
  const last = useRef<Stop>();
  last.current = walk === 'none' ? undefined : walk?.stop;

  const unnamed = last.current && !last.current.title ? last.current.number : '';
  useEffect(() => {
    if (unnamed === '') return;
    const asked = new AbortController();
    fetchPoints([unnamed], asked.signal).then(
      ([point]) => setNamed({ number: unnamed, title: point?.title ?? '' }),
      (error: unknown) => {
        if (!asked.signal.aborted) console.info('No answer about the title of a mark.', error);
      },
    );
    return () => asked.abort();
  }, [unnamed]);

  useEffect(() => {
    const { map } = handle;
    const canvas = map.getCanvas();
    canvas.setAttribute('aria-describedby', id);
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && last.current) {
        const { lon, lat } = last.current;
        event.preventDefault();
        map.fire('click', { point: map.project([lon, lat]), lngLat: { lng: lon, lat } });
      }
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      const stops = stopsOf(map.queryRenderedFeatures());
      const at = nextStop(stops, last.current, event.key === 'PageDown' ? 1 : -1);
      const stop = stops[at];
      setWalk(stop ? { stop, at: at + 1, all: stops.length } : 'none');
    };
    const stop = () => setWalk(undefined);
    canvas.addEventListener('keydown', onKey);
    canvas.addEventListener('blur', stop);
    map.on('zoomstart', stop);
    return () => {
      canvas.removeEventListener('keydown', onKey);
      canvas.removeEventListener('blur', stop);
      map.off('zoomstart', stop);
    };
  }, [handle, id]);

  const words =
    walk === 'none'
      ? t('walk.none')
      : walk
        ? t(walk.stop.count > 1 ? 'walk.cluster' : 'walk.one', {
            title: walk.stop.title || (named.number === walk.stop.number && named.title) || walk.stop.number,
            value: number(walk.stop.count),
            at: number(walk.at),
            all: number(walk.all),
          })
        : '';
  return (
    <>
      <p id={id} className="visually-hidden">
        {t('walk.hint')}
      </p>
      <p role="status" className="visually-hidden">
        {words}
      </p>
      {walk && walk !== 'none' && (
        <Pinned handle={handle} lat={walk.stop.lat} lon={walk.stop.lon}>
          <span aria-hidden="true" className="mark-walk" />
        </Pinned>
      )}
    </>
  );
}
