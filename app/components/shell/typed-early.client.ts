type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A control that somebody used before React had the page, with what they put there. */
type Typed = {
  control: Control;
  index: number;
  value: string;
  checked: boolean;
  /** Null where it is no field for files. Copied: the list of a field is emptied with it. */
  files: File[] | null;
  taken: boolean;
};

const typed = new Map<Control, Typed>();
/** Where somebody pressed the keys that send. */
let sent: { control: Control; index: number; keys: KeyboardEventInit } | null = null;

/**
 * Remembers what is typed, chosen, attached and sent by keys before the page has its script: React would take the page over with the
 * empty values of its first render. Call it before hydration.
 * @returns says what no form has taken again, as if it were typed now, so that fields and drafts hear of it
 */
export function rememberTyped(): () => void {
  for (const control of document.querySelectorAll('input, textarea, select'))
    if (isControl(control) && isTouched(control)) remember(control);
  document.addEventListener('input', onInput, true);
  document.addEventListener('change', onInput, true);
  document.addEventListener('keydown', onKeys, true);

  return () => {
    document.removeEventListener('input', onInput, true);
    document.removeEventListener('change', onInput, true);
    document.removeEventListener('keydown', onKeys, true);
    for (const one of typed.values()) {
      if (one.taken) continue;
      const control = one.control.isConnected ? one.control : sameNamed(one.control.name)[one.index];
      if (control && control.type === one.control.type) say(control, one);
    }
    if (!sent) return;
    const { control, index, keys } = sent;
    (control.isConnected ? control : sameNamed(control.name)[index])?.dispatchEvent(
      new KeyboardEvent('keydown', keys),
    );
  };
}

/** What was typed early into this form, for a page that puts it into its draft itself: by the names of the fields. */
export function takeTyped(form: HTMLFormElement): { values: Record<string, string[]>; files: File[] } {
  const values: Record<string, string[]> = {};
  const files: File[] = [];
  for (const one of typed.values()) {
    const { control, value, checked } = one;
    if (control.form !== form) continue;
    one.taken = true;
    if (one.files) files.push(...one.files);
    else if ((control.type !== 'radio' && control.type !== 'checkbox') || checked)
      (values[control.name] ??= []).push(value);
  }
  return { values, files };
}

function onInput({ target }: Event): void {
  if (isControl(target)) remember(target);
}

function onKeys({ target, key, ctrlKey, metaKey, isComposing }: KeyboardEvent): void {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing) return;
  if (!isControl(target) || target.name === '') return;
  const keys = { key, code: key, ctrlKey, metaKey, bubbles: true, cancelable: true };
  sent = { control: target, index: sameNamed(target.name).indexOf(target), keys };
}

function remember(control: Control): void {
  if (control.name === '') return;
  typed.set(control, {
    control,
    index: sameNamed(control.name).indexOf(control),
    value: control.value,
    checked: control instanceof HTMLInputElement && control.checked,
    files: control instanceof HTMLInputElement && control.files ? [...control.files] : null,
    taken: false,
  });
}

function isControl(target: unknown): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

function sameNamed(name: string): Control[] {
  return [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(isControl);
}

/** Does it hold something else than the server sent? */
function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const sent = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(0, sent);
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control.type === 'hidden') return false;
  if (control.type === 'file') return (control.files?.length ?? 0) > 0;
  if (control.type === 'radio') return control.checked && !control.defaultChecked;
  if (control.type === 'checkbox') return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** React looks at the difference to what it saw last: the value goes in past it, then the event tells. */
function say(control: Control, { value, checked, files }: Typed): void {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
    if (control.type === 'radio' && !checked) return;
    control.checked = !checked;
    control.click();
    return;
  }
  if (control instanceof HTMLInputElement && control.type === 'file') {
    const carried = new DataTransfer();
    for (const file of files ?? []) carried.items.add(file);
    control.files = carried.files;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  control.value = '';
  const prototype: unknown = Object.getPrototypeOf(control);
  Reflect.set(Object(prototype), 'value', value, control);
  control.dispatchEvent(
    new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}
