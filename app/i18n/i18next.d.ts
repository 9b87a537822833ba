import type account from '../../locales/en/account.json';
import type actionItem from '../../locales/en/action-item.json';
import type briefing from '../../locales/en/briefing.json';
import type common from '../../locales/en/common.json';
import type decision from '../../locales/en/decision.json';
import type error from '../../locales/en/error.json';
import type figures from '../../locales/en/figures.json';
import type form from '../../locales/en/form.json';
import type glossary from '../../locales/en/glossary.json';
import type government from '../../locales/en/government.json';
import type handover from '../../locales/en/handover.json';
import type importWords from '../../locales/en/import.json';
import type incident from '../../locales/en/incident.json';
import type map from '../../locales/en/map.json';
import type keepingUp from '../../locales/en/keeping-up.json';
import type layers from '../../locales/en/layers.json';
import type landing from '../../locales/en/landing.json';
import type meeting from '../../locales/en/meeting.json';
import type notification from '../../locales/en/notification.json';
import type offer from '../../locales/en/offer.json';
import type refusal from '../../locales/en/refusal.json';
import type schedule from '../../locales/en/schedule.json';
import type search from '../../locales/en/search.json';
import type thread from '../../locales/en/thread.json';
import type translation from '../../locales/en/translation.json';
import type watch from '../../locales/en/watch.json';

/** Keys are typed by the English files; the locale test keeps the other languages equal to them. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      account: typeof account;
      'action-item': typeof actionItem;
      briefing: typeof briefing;
      common: typeof common;
      decision: typeof decision;
      error: typeof error;
      figures: typeof figures;
      form: typeof form;
      glossary: typeof glossary;
      government: typeof government;
      handover: typeof handover;
      import: typeof importWords;
      incident: typeof incident;
      map: typeof map;
      'keeping-up': typeof keepingUp;
      layers: typeof layers;
      landing: typeof landing;
      meeting: typeof meeting;
      notification: typeof notification;
      offer: typeof offer;
      refusal: typeof refusal;
      schedule: typeof schedule;
      search: typeof search;
      thread: typeof thread;
      translation: typeof translation;
      watch: typeof watch;
    };
  }
}
