// Why a token is not believed, in words for the log: never anything of the token itself.
import { errors } from 'jose';

export type TokenFault =
  | 'no-token'
  | 'malformed'
  | 'expired'
  | 'not-valid-yet'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'wrong-claims'
  | 'wrong-algorithm'
  | 'wrong-signature'
  | 'unknown-key'
  | 'wrong-channel';

/** The token in an `Authorization` header; `undefined` when there is none of the right shape. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
}

/** What a header without a token of the right shape is told as. */
export function faultOfHeader(authorization: string | undefined): TokenFault {
  return authorization === undefined ? 'no-token' : 'malformed';
}

/**
 * What `jwtVerify` found wrong with a token. `undefined` for what says nothing about the token: an error of ours, or keys that could not be
 * read, after which it is not known whether the token holds.
 */
export function tokenFaultOf(error: unknown): TokenFault | undefined {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.reason === 'missing' ? 'wrong-claims' : faultOfClaim(error.claim);
  return error instanceof errors.JOSEError ? faultsByCode[error.code] : undefined;
}

function faultOfClaim(claim: string): TokenFault {
  switch (claim) {
    case 'aud':
      return 'wrong-audience';
    case 'iss':
      return 'wrong-issuer';
    case 'nbf':
      return 'not-valid-yet';
    default:
      return 'wrong-claims';
  }
}

const faultsByCode: Readonly<Record<string, TokenFault>> = {
  [errors.JWSInvalid.code]: 'malformed',
  [errors.JWTInvalid.code]: 'malformed',
  [errors.JOSENotSupported.code]: 'malformed',
  [errors.JOSEAlgNotAllowed.code]: 'wrong-algorithm',
  [errors.JWSSignatureVerificationFailed.code]: 'wrong-signature',
  [errors.JWKSNoMatchingKey.code]: 'unknown-key',
  [errors.JWKSMultipleMatchingKeys.code]: 'unknown-key'
};
