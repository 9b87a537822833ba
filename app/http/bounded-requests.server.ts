import type { RequestHandler } from 'express';
import { largestPhotoBytes, mostPhotos } from '#app/domain/incident/photo.ts';
import { sessionToken } from './session.server.ts';

const megabyte = 1024 * 1024;
/** What a form of texts may weigh, and what a guest may send at all. */
const mostText = 2 * megabyte;
/** A report with all its photos, from a page without JavaScript. */
const mostFiles = mostPhotos * largestPhotoBytes + mostText;

const sentences = {
  400: '주소를 읽을 수 없습니다.\n无法读取该地址。\nThis address cannot be read.\n',
  411: '크기를 알 수 없는 요청은 받지 않습니다.\n不接受未注明大小的请求。\nA request must say how large it is.\n',
  413: '보낸 내용이 너무 큽니다. 파일 수나 크기를 줄여 주십시오.\n发送的内容过大，请减少文件数量或大小。\nThis is too large. Send fewer or smaller files.\n',
};

/**
 * Express middleware: what a page did not want to read of a request is read and dropped once it has answered. Otherwise
 * the browser, which is still sending, takes the connection for dead and shows no answer.
 */
export function readToTheEnd(): RequestHandler {
  return (request, response, next) => {
    response.on('finish', () => {
      if (request.complete) return;
      request.removeAllListeners('data');
      request.resume();
    });
    next();
  };
}

/**
 * Express middleware: nobody sends more than a form of ours can hold, and no address has a NUL, which no text in the
 * database can have (400, 411 or 413 otherwise).
 */
export function boundedRequests(): RequestHandler {
  return (request, response, next) => {
    const status = faultOf(request, sessionToken(request.headers.cookie) !== undefined);
    if (status === null) next();
    else response.status(status).type('text/plain; charset=utf-8').send(sentences[status]);
  };
}

type Bounded = {
  url: string;
  method: string;
  headers: {
    'content-type'?: string | undefined;
    'content-length'?: string | undefined;
    'transfer-encoding'?: string | undefined;
  };
};

/** Why a request is not even read; null when it is. */
export function faultOf(
  { url, method, headers }: Bounded,
  isSignedIn: boolean,
): keyof typeof sentences | null {
  if (url.includes('%00')) return 400;
  if (method === 'GET' || method === 'HEAD') return null;
  if (headers['transfer-encoding'] !== undefined) return 411;
  const carriesFiles = headers['content-type']?.startsWith('multipart/form-data');
  const most = carriesFiles && isSignedIn ? mostFiles : mostText;
  return Number(headers['content-length'] ?? 0) > most ? 413 : null;
}
