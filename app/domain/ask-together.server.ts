/**
 * Asks once for everybody who wants to know the same while an earlier answer is on its way. Nobody gets the answer to a
 * question that was begun before they asked: whoever comes while it is under way waits for the next one.
 */
export function askTogether<Args extends unknown[], T>(
  ask: (...args: Args) => Promise<T>,
  keyOf: (...args: Args) => string,
): (...args: Args) => Promise<T> {
  const underWay = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<T>>();
  const begin = (key: string, args: Args): Promise<T> => {
    const answer = ask(...args);
    const over = answer
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (underWay.get(key) === over) underWay.delete(key);
      });
    underWay.set(key, over);
    return answer;
  };
  return (...args) => {
    const key = keyOf(...args);
    const before = underWay.get(key);
    if (!before) return begin(key, args);
    const waiting = next.get(key);
    if (waiting) return waiting;
    const mine = before.then(() => {
      next.delete(key);
      return begin(key, args);
    });
    next.set(key, mine);
    return mine;
  };
}
