import fs from 'node:fs/promises';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { aJpeg, aPdf, anXlsx, aZip } from '#tests/files.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor, Reader } from '../actor.ts';
import { findPhoto } from '../incident/find-photo.server.ts';
import { photoFile } from '../incident/photo-files.server.ts';
import { removeOrphanedPhotos, storePhoto } from '../incident/store-photo.server.ts';
import { keepIndex } from '../search/keep-index.server.ts';
import { searchInput } from '../search/search.ts';
import { searchEverything } from '../search/search-everything.server.ts';
import { deletePost } from './delete-post.server.ts';
import { findFile } from './find-file.server.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { editPost } from './edit-post.server.ts';
import { findAttached } from './find-attached.server.ts';
import { findRevisions } from './find-revisions.server.ts';
import { readEntries, readSnapshot } from './find-entries.server.ts';
import { openTopic } from './open-topic.server.ts';
import { reduce, stateOf } from './reduce.ts';
import { narrowTopic } from './narrow-topic.server.ts';
import { maySee } from './policy.ts';
import { pathOfFile } from './post-files.server.ts';
import { removeOrphanedFiles, storeFile } from './store-file.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

let taean: Actor;
let weihai: Actor;
let readers: { name: string; reader: Reader }[];
beforeAll(async () => {
  keepIndex();
  taean = await anActor();
  weihai = await anActor({ government: 'weihai' });
  readers = await Promise.all(readerNames.map(async (name) => ({ name, reader: await readerOf(name) })));
});

async function keepFile(actor: Actor, bytes = aPdf(), name = '조사.pdf') {
  const stored = await storeFile(actor, { bytes, name });
  if (!stored.ok) throw new Error(stored.reason);
  return stored.value;
}

async function keepPhoto(actor: Actor) {
  const stored = await storePhoto(actor, { bytes: await aJpeg() });
  if (!stored.ok) throw new Error(stored.reason);
  return stored.value;
}

type More = { onlyOwnGovernment?: boolean; photoIds?: string[]; fileIds?: string[]; clientKey?: string };

function say(actor: Actor, threadId: string, more: More) {
  const words = { language: 'ko' as const, body: '첨부를 보아 주십시오.', onlyOwnGovernment: false };
  return writePost(actor, { threadId, clientKey: uuid(), ...words, ...more });
}

/** A post of Taean with one of each, and who of all readers gets them. */
async function aPostWithFiles(threadId: string, more: More = {}) {
  const [file, photo] = [await keepFile(taean), await keepPhoto(taean)];
  const said = await say(taean, threadId, { ...more, photoIds: [photo.id], fileIds: [file.id] });
  if (!said.ok) throw new Error(said.reason);
  const whoGets = async () => {
    const names: string[] = [];
    for (const { name, reader } of readers) {
      const got = [await findFile(reader, file.id), await findPhoto(reader, photo.id)];
      expect([name, got[0] === null]).toEqual([name, got[1] === null]);
      if (got[0]) names.push(name);
    }
    return names;
  };
  return { seq: said.value.seq, file, photo, whoGets };
}

const members = readerNames.filter((name) => name !== 'guest');
const of = (...governments: string[]) =>
  members.filter((name) => governments.some((government) => name.startsWith(government)));

describe('a file is for whoever may see its post', () => {
  test.each(['government', 'bilateral', 'network', 'public'] as const)(
    'in a thread for %s',
    async (visibility) => {
      const audience = visibility === 'bilateral' ? ['weihai'] : [];
      const { id: threadId } = await aThread({ visibility, audience });
      const thread = { visibility, ownerGovernmentId: 'taean', withdrawnAt: null };
      const seen = { ...thread, audience: audience.map((governmentId) => ({ governmentId })) };
      const { whoGets } = await aPostWithFiles(threadId);
      // What governments say to each other, and what they attach, is for members even in a public thread.
      expect(await whoGets()).toEqual(
        readers.flatMap(({ name, reader }) => (reader && maySee(reader, seen) ? [name] : [])),
      );
    },
  );

  test('and of a post that is kept for one government, for that government', async () => {
    const { id: threadId } = await aThread();
    const { whoGets } = await aPostWithFiles(threadId, { onlyOwnGovernment: true });
    expect(await whoGets()).toEqual(of('taean'));
  });

  test('until its thread is narrowed', async () => {
    const { id: threadId } = await aThread({ visibility: 'network' });
    const { whoGets } = await aPostWithFiles(threadId);
    expect(await whoGets()).toEqual(members);
    await narrowTopic(taean, { threadId, audience: ['weihai'] });
    expect(await whoGets()).toEqual(of('taean', 'weihai'));
  });

  test('until the post is deleted or the thread is withdrawn, then for nobody, its author included', async () => {
    const { id: threadId } = await aThread();
    const first = await aPostWithFiles(threadId);
    const second = await aPostWithFiles(threadId);
    await deletePost(taean, { threadId, seq: first.seq });
    expect([await first.whoGets(), await findFile(taean, first.file.id)]).toEqual([[], null]);
    expect(await findPhoto(taean, first.photo.id)).toBe(null);
    await db().thread.update({ where: { id: threadId }, data: { withdrawnAt: new Date() } });
    expect([await second.whoGets(), await findFile(taean, second.file.id)]).toEqual([[], null]);
    expect(await findPhoto(taean, second.photo.id)).toBe(null);
  });

  test('and its name is found by them alone', async () => {
    const { id: threadId } = await aThread({ visibility: 'government' });
    const file = await keepFile(taean, anXlsx(), '갯벌쓰레기_집계표.xlsx');
    await say(taean, threadId, { fileIds: [file.id] });
    const look = async (reader: Actor) =>
      (await searchEverything(reader, searchInput.parse({ q: '집계표' }), 'ko')).results.length;
    expect([await look(taean), await look(weihai)]).toEqual([1, 0]);
  });
});

describe('a file that waits for its post', () => {
  test('is its sender’s alone, and no other takes it', async () => {
    const { id: threadId } = await aThread();
    const [file, photo] = [await keepFile(taean), await keepPhoto(taean)];
    expect([await findFile(weihai, file.id), await findFile(null, file.id)]).toEqual([null, null]);
    expect(await findFile(taean, file.id)).toMatchObject({ id: file.id });
    expect(await say(weihai, threadId, { fileIds: [file.id] })).toMatchObject({ reason: 'attachment_gone' });
    expect(await say(weihai, threadId, { photoIds: [photo.id] })).toMatchObject({
      reason: 'attachment_gone',
    });
    expect(await db().post.count({ where: { threadId } })).toBe(0);
  });

  test('is taken once, and the same key answers the same number', async () => {
    const { id: threadId } = await aThread();
    const file = await keepFile(taean);
    const clientKey = uuid();
    const first = await say(taean, threadId, { fileIds: [file.id], clientKey });
    expect(await say(taean, threadId, { fileIds: [file.id], clientKey })).toEqual(first);
    expect(await say(taean, threadId, { fileIds: [file.id] })).toMatchObject({ reason: 'attachment_gone' });
  });

  test('is not taken where another of the post is gone', async () => {
    const { id: threadId } = await aThread();
    const file = await keepFile(taean);
    expect(await say(taean, threadId, { fileIds: [file.id, uuid()] })).toMatchObject({ ok: false });
    expect(await db().postFile.findUnique({ where: { id: file.id } })).toMatchObject({ postId: null });
  });

  test('cannot be a photo of an incident as well', async () => {
    const { threadId } = await anIncident();
    const { photo } = await aPostWithFiles(threadId);
    expect(await say(taean, threadId, { photoIds: [photo.id] })).toMatchObject({ reason: 'attachment_gone' });
  });

  test('goes after two days, with its bytes; what hangs on a post stays', async () => {
    const { id: threadId } = await aThread();
    const [old, fresh, deleted] = [await keepFile(taean), await keepFile(taean), await keepFile(taean)];
    const [oldPhoto, taken] = [await keepPhoto(taean), await aPostWithFiles(threadId)];
    const said = await say(taean, threadId, { fileIds: [deleted.id] });
    const createdAt = new Date(Date.now() - 49 * 3_600_000);
    await db().postFile.updateMany({ where: { id: { in: [old.id, taken.file.id] } }, data: { createdAt } });
    await db().photo.updateMany({
      where: { id: { in: [oldPhoto.id, taken.photo.id] } },
      data: { createdAt },
    });
    if (said.ok) await deletePost(taean, { threadId, seq: said.value.seq });
    await Promise.all([removeOrphanedFiles(), removeOrphanedPhotos()]);
    const isThere = (path: string) =>
      fs.access(path).then(
        () => true,
        () => false,
      );
    const ids = [old.id, deleted.id, fresh.id, taken.file.id];
    expect(await Promise.all(ids.map((id) => isThere(pathOfFile(id))))).toEqual([false, false, true, true]);
    const photos = [oldPhoto.id, taken.photo.id].map((id) => isThere(photoFile(id, 'small')));
    expect(await Promise.all(photos)).toEqual([false, true]);
  });
});

test('observers attach nothing, and there are limits', async () => {
  const observer = await anActor({ role: 'observer' });
  expect(await storeFile(observer, { bytes: aPdf(), name: 'a.pdf' })).toMatchObject({
    reason: 'not_allowed',
  });
  const large = { bytes: new Uint8Array(25 * 1024 * 1024 + 1), name: 'a.zip' };
  expect(await storeFile(taean, large)).toMatchObject({ reason: 'file_too_large' });
  const page = { bytes: new TextEncoder().encode('<html><script>1</script>'), name: 'report.pdf' };
  expect(await storeFile(taean, page)).toMatchObject({ reason: 'file_type_refused' });
  const many = Array.from({ length: 9 }, () => uuid());
  expect(await say(taean, (await aThread()).id, { fileIds: many })).toMatchObject({
    reason: 'too_many_attachments',
  });
});

test('a thread tells name, kind and size in the author’s order, and after the deletion nothing', async () => {
  const { id: threadId } = await aThread();
  const zip = await keepFile(taean, aZip({ 'a.txt': 'x' }), '../보고\u202Ecod.docx');
  const pdf = await keepFile(taean);
  const photo = await keepPhoto(taean);
  const said = await say(taean, threadId, { fileIds: [zip.id, pdf.id], photoIds: [photo.id] });
  const postOf = async () => {
    const snapshot = await readSnapshot(weihai, threadId);
    return snapshot?.entries.flatMap((entry) => (entry.type === 'post_written' ? entry.post : []))[0];
  };
  expect(await postOf()).toMatchObject({
    photos: [{ id: photo.id, width: 64, height: 48 }],
    files: [
      { id: zip.id, name: '보고cod.docx.zip', format: 'zip' },
      { id: pdf.id, name: '조사.pdf', format: 'pdf' },
    ],
  });
  if (said.ok) await deletePost(taean, { threadId, seq: said.value.seq });
  expect(await postOf()).toMatchObject({ photos: [], files: [], deleted: true });
});

describe('a new topic and a proposal bring files, too', () => {
  const words = { language: 'ko' as const, body: '첨부를 보아 주십시오.' };
  const topic = { title: '첨부가 있는 주제', visibility: 'network' as const, audience: [], ...words };
  const proposal = () => ({
    ...{ clientKey: uuid(), ...words, options: [], governments: ['weihai'], zone: 'Asia/Seoul' as const },
    deadline: new Date(Date.now() + 3_600_000),
  });
  const filesAt = async (threadId: string, seq: number) => {
    const page = await readSnapshot(weihai, threadId);
    const entry = page?.entries.find((one) => one.seq === seq);
    if (entry?.type !== 'post_written') throw new Error('There must be a post.');
    return { files: entry.post.files.map(({ id }) => id), photos: entry.post.photos.map(({ id }) => id) };
  };

  test('they hang on the first post, in their order, for who may see it', async () => {
    const [first, second, photo] = [await keepFile(taean), await keepFile(taean), await keepPhoto(taean)];
    const threadId = uuid();
    const brings = { photoIds: [photo.id], fileIds: [second.id, first.id] };
    const opening = { clientKey: threadId, ...topic, ...brings };
    expect((await openTopic(taean, opening)).ok).toBe(true);
    // Pressed twice: the second one finds the topic and takes nothing.
    expect((await openTopic(taean, opening)).ok).toBe(true);
    expect(await filesAt(threadId, 2)).toEqual({ files: [second.id, first.id], photos: [photo.id] });
    expect(await findFile(weihai, first.id)).not.toBe(null);
  });

  test('they hang on the words of a proposal', async () => {
    const { id: threadId } = await aThread();
    const file = await keepFile(taean);
    const put = { threadId, ...proposal(), fileIds: [file.id] };
    const proposed = await proposeDecision(taean, put);
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(await proposeDecision(taean, put)).toEqual(proposed);
    expect(await filesAt(threadId, proposed.value.seq)).toEqual({ files: [file.id], photos: [] });
  });

  test('somebody else’s, a taken one and too many are refused, and nothing is opened', async () => {
    const { id: threadId } = await aThread();
    const theirs = await keepFile(weihai);
    const many = Array.from({ length: 9 }, () => uuid());
    for (const [fileIds, reason] of [
      [[theirs.id], 'attachment_gone'],
      [many, 'too_many_attachments'],
    ] as const) {
      const clientKey = uuid();
      expect(await openTopic(taean, { clientKey, ...topic, fileIds: [...fileIds] })).toEqual({
        ok: false,
        reason,
      });
      expect(await readSnapshot(taean, clientKey)).toBe(null);
      expect(await proposeDecision(taean, { threadId, ...proposal(), fileIds: [...fileIds] })).toEqual({
        ok: false,
        reason,
      });
    }
    expect((await readSnapshot(taean, threadId))?.entries).toEqual([]);
  });
});

describe('an edit that takes a file off', () => {
  test('keeps it in the history, for who may read that, and takes it out of the post on every screen', async () => {
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    const { seq, file, photo, whoGets } = await aPostWithFiles(threadId);
    const before = (await readSnapshot(weihai, threadId)) ?? undefined;
    const edit = { threadId, seq, language: 'ko' as const, body: '첨부를 보아 주십시오.' };
    const gone = { ...edit, revision: 1, removed: [file.id, photo.id] };
    expect((await editPost(taean, gone)).ok).toBe(true);
    // Pressed twice.
    expect((await editPost(taean, gone)).ok).toBe(true);
    expect((await editPost(taean, { ...edit, body: '고친 글입니다.', revision: 2 })).ok).toBe(true);

    const now = await readSnapshot(weihai, threadId);
    const [post] = now?.entries ?? [];
    expect(post).toMatchObject({ post: { files: [], photos: [], revision: 3 } });
    const news = await readEntries(weihai, threadId, { after: before?.head ?? 0 });
    if (!before || !now || !news || !('entries' in news)) throw new Error('There must be a thread.');
    expect(reduce(stateOf(before), news.entries)).toEqual(stateOf(now));
    expect(await findAttached(taean, { threadId, seq })).toEqual({ photos: [], files: [] });

    expect(await whoGets()).toEqual(of('taean', 'weihai'));
    const versions = await findRevisions(weihai, { threadId, seq });
    expect(versions?.map(({ removed }) => removed.files.map(({ id }) => id))).toEqual([[], [file.id], []]);
    expect(versions?.[1]?.removed.photos.map(({ id }) => id)).toEqual([photo.id]);
    await narrowTopic(taean, { threadId, audience: [] });
    expect(await whoGets()).toEqual(of('taean'));
    await deletePost(taean, { threadId, seq });
    expect([await whoGets(), await findFile(taean, file.id)]).toEqual([[], null]);
  });

  test('and it is not found by its name any more', async () => {
    const { id: threadId } = await aThread();
    const file = await keepFile(taean, aPdf(), '붉은등대_점검표.pdf');
    const said = await say(taean, threadId, { fileIds: [file.id] });
    if (!said.ok) throw new Error(said.reason);
    const look = async () =>
      (await searchEverything(weihai, searchInput.parse({ q: '붉은등대' }), 'ko')).results.length;
    expect(await look()).toBe(1);
    const edit = { threadId, seq: said.value.seq, language: 'ko' as const, body: '첨부를 보아 주십시오.' };
    await editPost(taean, { ...edit, revision: 1, removed: [file.id] });
    expect(await look()).toBe(0);
  });

  test('is for its author, takes only what hangs on that post, and leaves a proposal alone that has an answer', async () => {
    const { id: threadId } = await aThread();
    const one = await aPostWithFiles(threadId);
    const other = await aPostWithFiles(threadId);
    const edit = {
      threadId,
      seq: one.seq,
      language: 'ko' as const,
      body: '첨부를 보아 주십시오.',
      revision: 1,
    };
    expect(await editPost(weihai, { ...edit, removed: [one.file.id] })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await editPost(taean, { ...edit, removed: [other.file.id, uuid()] })).toEqual({
      ok: false,
      reason: 'nothing_changed',
    });
    expect((await findAttached(taean, { threadId, seq: other.seq })).files).toHaveLength(1);
  });
});
