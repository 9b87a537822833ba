import { MonitorSmartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';

type Pair = { sourceLanguage: string; targetLanguage: string };
type BrowserTranslator = {
  availability: (pair: Pair) => Promise<string>;
  create: (pair: Pair) => Promise<{ translate: (text: string) => Promise<string> }>;
};

declare global {
  interface Window {
    Translator?: BrowserTranslator;
  }
}

/** Chrome's and Edge's built-in translator; undefined in browsers without. */
function browserTranslator(): BrowserTranslator | undefined {
  return window.Translator;
}

const tags = { ko: 'ko', zh: 'zh', en: 'en' } as const satisfies Record<Language, string>;

type State = { is: 'absent' | 'offered' | 'working' | 'failed' } | { is: 'made'; text: string };

/**
 * A text translated by the reader's own browser, for the reader alone: nothing is sent or kept. Stands there only where
 * the browser says that it can; a language pack may have to load first, which takes the press.
 */
export function DeviceTranslation({ text, source }: { readonly text: string; readonly source: Language }) {
  const { t } = useTranslation('translation');
  const target = useLanguage();
  const [state, setState] = useState<State>({ is: 'absent' });
  const pair = { sourceLanguage: tags[source], targetLanguage: tags[target] };
  const { sourceLanguage, targetLanguage } = pair;

  useEffect(() => {
    let current = true;
    setState({ is: 'absent' });
    browserTranslator()
      ?.availability({ sourceLanguage, targetLanguage })
      .then(
        (availability) => {
          if (current && availability !== 'unavailable') setState({ is: 'offered' });
        },
        // A browser that refuses to say has none.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [sourceLanguage, targetLanguage, text]);

  const translate = async () => {
    setState({ is: 'working' });
    const made = await browserTranslator()
      ?.create({ sourceLanguage, targetLanguage })
      .then((translator) => translator.translate(text))
      .catch(() => undefined);
    setState(made === undefined ? { is: 'failed' } : { is: 'made', text: made });
  };

  if (state.is === 'absent') return null;
  if (state.is === 'made') {
    return (
      <div className="mt-2 w-full rounded-r-2 border border-dashed border-line px-4 py-2.5">
        <p className="text-t-1 text-ink-2">{t('device.made')}</p>
        <p lang={htmlLang(target)} className="whitespace-pre-line">
          {state.text}
        </p>
      </div>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        size="sm"
        variant="quiet"
        icon={MonitorSmartphone}
        isPending={state.is === 'working'}
        onPress={() => void translate()}
      >
        {t('device.translate')}
      </Button>
      <span role="status" className="text-t-1 text-ink-2">
        {state.is === 'failed' && t('device.failed')}
      </span>
    </span>
  );
}
