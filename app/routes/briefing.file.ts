import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { writePaper } from '#app/domain/briefing/write-paper.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { ownOriginOf } from '#app/http/own-origin.server.ts';
import { askForBriefing, sayPapers } from './briefing/ask-for-briefing.server.ts';
import { drawMapOf } from './briefing/draw-map-of.server.ts';

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The paper as a file: the same model as its page. What its page would refuse leads to the page, which says why. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { pathname, search } = new URL(request.url);
  const form = pathname.endsWith('.pdf') ? 'pdf' : pathname.endsWith('.docx') ? 'docx' : notFound();
  const asked = await askForBriefing(request, actor, new Date());
  if (!asked.ok) return redirect(`/briefing${search}`, 303);
  const papers = await sayPapers(request, actor, asked, ownOriginOf(request));
  const pictures = [];
  for (const { language } of papers) pictures.push(await drawMapOf(asked.paper, language));
  const written = await writePaper({ form, papers, pictures });
  if (!written.ok) return answer(written, { refusedTo: `/briefing${search}` });
  const { government, meeting, from, to } = asked.ask;
  const whose = [meeting, government ?? (meeting ? null : 'all')].filter(Boolean).join('-');
  return new Response(written.value, {
    headers: {
      'Content-Type': contentTypes[form],
      'Content-Disposition': `attachment; filename="tideline-briefing-${whose}-${from}-${to}.${form}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
