import type { Reader } from '#app/domain/actor.ts';
import { Role } from '#prisma/generated/enums.ts';
import { anActor } from './factories.ts';

/** A guest, and every role of who reports, whom a bilateral thread names, and who has nothing to do with it. */
export const readerNames = [
  'guest',
  ...['taean', 'weihai', 'qingdao'].flatMap((government) =>
    Object.values(Role).map((role) => `${government} ${role}`),
  ),
];

/** Somebody of that name, new each time. */
export async function readerOf(name: string): Promise<Reader> {
  const [government, roleName] = name.split(' ');
  const role = Object.values(Role).find((one) => one === roleName);
  return government && role ? anActor({ government, role }) : null;
}
