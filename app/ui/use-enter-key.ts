import {
  type CompositionEvent,
  type InputEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
} from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

type EnterKeyOptions = {
  /** What sends in a field of several lines. Officials write letters: Enter is a new line unless they ask otherwise. */
  readonly mode?: 'ctrl-enter' | 'enter' | undefined;
  /** In a field of one line Enter always sends. */
  readonly lines?: 'one' | 'many' | undefined;
  /** On touch screens Enter is a new line in a field of several lines. Asked of the device unless given. */
  readonly isTouch?: boolean | undefined;
  /** Gets the live value of the field, never a half-composed one. */
  readonly onSend: (value: string) => void;
};

type EnterKey<Element extends Field> = {
  /** Spread onto the `<input>` or `<textarea>`. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<Element>) => void;
    readonly onKeyUp: (event: KeyboardEvent<Element>) => void;
    readonly onBeforeInput: (event: InputEvent<Element>) => void;
    readonly onCompositionStart: (event: CompositionEvent<Element>) => void;
    readonly onCompositionUpdate: (event: CompositionEvent<Element>) => void;
    readonly onCompositionEnd: (event: CompositionEvent<Element>) => void;
  };
  /** While true: do not set the value, do not open a list of mentions. */
  readonly isComposing: () => boolean;
};

/** Between `compositionend` and the keydown that belongs to it; no hand presses Enter again that fast. */
const sameKeyMilliseconds = 60;

const hangul = /^[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]+$/;

/**
 * Enter in every field of the product. In Chinese and Japanese composition Enter chooses a candidate and never sends.
 * In Hangul composition Enter sends once, after `compositionend`, from the live value: some browsers tell of that key
 * twice, and Safari tells of it after the composition has ended (with key code 229).
 */
export function useEnterKey<Element extends Field = HTMLTextAreaElement>(
  options: EnterKeyOptions,
): EnterKey<Element> {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  return useMemo(() => {
    let composing = false;
    let lastWasHangul = false;
    let endedAt = Number.NEGATIVE_INFINITY;
    /** Enter was pressed within a Hangul composition and means: send when it has ended. */
    let sendAtEnd = false;
    /** This press of Enter has been dealt with; the browser may tell of it again. */
    let dealtWith = false;

    const note = ({ data }: CompositionEvent<Element>) => {
      if (data) lastWasHangul = hangul.test(data);
    };

    // The field's last input event may still be on its way to the controlled value.
    const sendSoon = (field: Field) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current.onSend(field.value));
    };

    const onKeyDown = (event: KeyboardEvent<Element>) => {
      if (event.defaultPrevented) return;
      if (!isEnter(event)) {
        dealtWith = false;
        return;
      }
      const wanted = meansSend(event, latest.current);
      if (composing || event.nativeEvent.isComposing) {
        if (wanted && lastWasHangul) sendAtEnd = true;
        return;
      }
      if (dealtWith || event.repeat) {
        if (wanted) event.preventDefault();
        return;
      }
      const endsComposition = event.keyCode === 229 || event.timeStamp - endedAt < sameKeyMilliseconds;
      if (!wanted) return;
      event.preventDefault();
      if (endsComposition && !lastWasHangul) return;
      dealtWith = true;
      if (endsComposition) sendSoon(event.currentTarget);
      else latest.current.onSend(event.currentTarget.value);
    };

    return {
      isComposing: () => composing,
      handlers: {
        onKeyDown,
        onKeyUp: (event) => {
          if (isEnter(event)) dealtWith = false;
        },
        // A line break that comes with the press that has sent already.
        onBeforeInput: (event) => {
          if (dealtWith && event.data === '\n') event.preventDefault();
        },
        onCompositionStart: () => {
          composing = true;
          lastWasHangul = false;
          sendAtEnd = false;
        },
        onCompositionUpdate: note,
        onCompositionEnd: (event) => {
          note(event);
          composing = false;
          endedAt = event.timeStamp;
          if (!sendAtEnd) return;
          sendAtEnd = false;
          dealtWith = true;
          sendSoon(event.currentTarget);
        },
      },
    };
  }, []);
}

/** During composition the key may be called `Process`; its place on the keyboard tells. */
function isEnter({ key, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return (
    key === 'Enter' ||
    (keyCode === 229 && (nativeEvent.code === 'Enter' || nativeEvent.code === 'NumpadEnter'))
  );
}

function meansSend(
  { shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  { mode = 'ctrl-enter', lines = 'many', isTouch }: EnterKeyOptions,
): boolean {
  if (lines === 'one' || ctrlKey || metaKey) return true;
  if (shiftKey || altKey || mode === 'ctrl-enter') return false;
  return !(isTouch ?? window.matchMedia('(hover: none) and (pointer: coarse)').matches);
}
