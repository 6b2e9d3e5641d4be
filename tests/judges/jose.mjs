// Reads { jwks, tokens } of JSON, and prints one line of JSON: what jose makes of each token with the keys of the set.
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, jwtVerify } from 'jose';

const { jwks, tokens, at } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const keys = createLocalJWKSet(jwks);
const told = [];
for (const token of tokens) {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, { currentDate: new Date(at), algorithms: ['ES256', 'RS256'] });
    told.push({ algorithm: protectedHeader.alg, kid: protectedHeader.kid, issuer: payload.iss, id: payload.jti, name: payload.credentialSubject.identifier?.[0].identityHash ?? null });
  } catch (fault) {
    told.push({ error: fault.code ?? String(fault) });
  }
}
process.stdout.write(JSON.stringify(told));
