/**
 * Makes a thing once per process and finds it again when the development server reloads a module.
 * @param name unique in the process
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`tideline.${name}`);
  const holder: { [key: symbol]: T | undefined } = globalThis;
  const found = holder[key];
  if (found !== undefined) return found;
  const made = make();
  holder[key] = made;
  return made;
}
