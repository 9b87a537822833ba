import { useNavigation, useSearchParams } from '@remix-run/react';
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type IncidentFilters, writeFilters } from '#app/domain/incident/filters.ts';
import {
  monthSteps,
  type Season,
  seasonOf,
  seasons,
  seasonSteps,
  type TimeStep,
} from '#app/domain/incident/seasons.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { readMapView, writeMapView } from '#app/map/map-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { useMapData } from './use-map-data.ts';
import { useTimeWords } from './use-time-words.ts';

const monthsShape = z.object({ months: z.array(z.object({ key: z.string(), count: z.number() })) });

/** How long a step of the play stays before the next one, once its incidents are there. */
const stepMs = 1100;
/** Older months would make bars too thin to see. */
const mostSteps = 120;

type Stride = 'month' | Season;

/**
 * Time, month by month or one season over the years. It only sets the days of the filters, so that list, map, figures and
 * the address follow. Where less motion is wished for nothing plays; the steps are the same.
 */
export function TimeSlider({ filters }: { readonly filters: IncidentFilters }) {
  const { t } = useTranslation('layers');
  const format = useFormat();
  const [, setParams] = useSearchParams();
  const navigation = useNavigation();
  const { period: _, from, to, ...others } = filters;
  const { data } = useMapData(`/map/months.json?${writeFilters(others)}`, monthsShape);
  const [stride, setStride] = useState<Stride>(() => strideOf(from, to));
  const [isPlaying, setPlaying] = useState(false);
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [roomy] = useState(() => matchMedia('(min-width: 1000px) and (min-height: 640px)').matches);
  const months = data?.months ?? [];
  const steps = (stride === 'month' ? monthSteps(months) : seasonSteps(months, stride)).slice(-mostSteps);
  const at = steps.findIndex((step) => step.from === from && step.to === to);
  const latest = useRef({ steps, at });
  useEffect(() => {
    latest.current = { steps, at };
  });

  const go = (step: TimeStep | undefined) =>
    setParams(
      (params) => {
        const view = readMapView(params);
        // The wind of the month that is shown.
        const month = step && stride === 'month' ? Number(step.key.slice(5)) : view.wind;
        const next = writeMapView(params, view.wind === undefined ? view : { ...view, wind: month });
        next.delete('period');
        next.delete('from');
        next.delete('to');
        if (step) {
          next.set('from', step.from);
          next.set('to', step.to);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const move = useRef(go);
  useEffect(() => {
    move.current = go;
  });

  useEffect(() => {
    if (!isPlaying || navigation.state !== 'idle') return;
    const timer = setTimeout(() => {
      const { steps: all, at: now } = latest.current;
      const next = all[now + 1];
      if (next) move.current(next);
      else setPlaying(false);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, navigation.state, from, to]);

  const nameOf = ({ key }: TimeStep) => {
    const [first = '', second = ''] = key.split('-');
    return stride === 'month'
      ? t('time.of_month', { year: first, month: String(Number(second)) })
      : t('time.of_season', { season: t(`time.${stride}`), year: second });
  };
  const saying = (step: TimeStep) =>
    t('time.words', { time: nameOf(step), value: format.number(step.count) });
  const current = steps[at];
  const last = steps.at(-1);
  const time = useTimeWords(filters);
  const most = Math.max(1, ...steps.map(({ count }) => count));

  return (
    <Disclosure
      title={
        <>
          <b className="num">{time}</b>
          {current && <span className="num text-ink-2"> · {format.number(current.count)}</span>}
        </>
      }
      defaultOpen={roomy}
      className="time-slider float"
    >
      {steps.length === 0 && data ? (
        <p className="text-t-2 text-ink-2">{t('time.none')}</p>
      ) : (
        <>
          <div className="time-slider-controls">
            <IconButton
              icon={ChevronLeft}
              label={t('time.previous')}
              isDisabled={at === 0 || steps.length === 0}
              onPress={() => go(steps[at < 0 ? steps.length - 1 : at - 1])}
            />
            {!still && (
              <IconButton
                icon={isPlaying ? Pause : Play}
                label={isPlaying ? t('time.pause') : t('time.play')}
                isDisabled={steps.length === 0}
                onPress={() => {
                  if (!isPlaying && (at < 0 || at === steps.length - 1)) go(steps[0]);
                  setPlaying(!isPlaying);
                }}
              />
            )}
            <IconButton
              icon={ChevronRight}
              label={t('time.next')}
              isDisabled={at === steps.length - 1 || steps.length === 0}
              onPress={() => go(steps[at + 1])}
            />
            <NativeSelect
              label={t('time.by')}
              hideLabel
              value={stride}
              onChange={(event) => {
                const next = strides.find((one) => one === event.target.value) ?? 'month';
                setPlaying(false);
                setStride(next);
              }}
              options={strides.map((one) => ({ value: one, label: t(`time.${one}`) }))}
            />
            <span className="flex-1" />
            <Button
              size="sm"
              variant="quiet"
              isDisabled={!filters.period && !from && !to}
              onPress={() => {
                setPlaying(false);
                go(undefined);
              }}
            >
              {t('time.all')}
            </Button>
          </div>
          <div className="time-slider-bars" aria-hidden="true">
            {steps.map((step, index) => (
              <span key={step.key} data-on={at < 0 || index === at || undefined}>
                <i style={{ height: `${(step.count / most) * 100}%` }} />
              </span>
            ))}
          </div>
          <input
            type="range"
            className="time-slider-range"
            aria-label={t('time.label')}
            min={0}
            max={Math.max(0, steps.length - 1)}
            step={1}
            value={at < 0 ? Math.max(0, steps.length - 1) : at}
            aria-valuetext={current ? saying(current) : time}
            onChange={(event) => {
              setPlaying(false);
              go(steps[Number(event.target.value)]);
            }}
          />
          <p className="num time-slider-ends" aria-hidden="true">
            <span>{steps[0] && nameOf(steps[0])}</span>
            <span>{last && steps.length > 1 && nameOf(last)}</span>
          </p>
        </>
      )}
    </Disclosure>
  );
}

const strides: readonly Stride[] = ['month', ...seasons];

/** Three months from the first of a season are that season; everything else is looked at month by month. */
function strideOf(from: string | undefined, to: string | undefined): Stride {
  if (!from || !to || from.slice(0, 7) === to.slice(0, 7)) return 'month';
  const first = seasonOf(from.slice(0, 7));
  const last = seasonOf(to.slice(0, 7));
  return first.season === last.season && first.year === last.year ? first.season : 'month';
}
