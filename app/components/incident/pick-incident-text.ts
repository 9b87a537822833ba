import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { pickText, type PickedText } from '#app/domain/translation/pick-text.ts';
import type { Language, TranslationField } from '#prisma/generated/enums.ts';

type Texts = Pick<IncidentPage, 'title' | 'text' | 'language' | 'revision' | 'translations'>;

/** Title or text of an incident for a reader. */
export function pickIncidentText(incident: Texts, field: TranslationField, language: Language): PickedText {
  const { language: written, revision } = incident;
  const text = field === 'title' ? incident.title : incident.text;
  return pickText({
    language,
    source: { text, language: written, revision },
    translations: incident.translations.filter((translation) => translation.field === field),
  });
}
