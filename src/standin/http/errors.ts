// SharePoint's refusals: HTTP status, code ("<hresult>, <.NET type>") and text, after platform.md 5. Clients match on the code.

/** A refusal as SharePoint words it. Thrown anywhere below the door and written once, in `http/api.ts`. */
export class SharePointError extends Error {
  public readonly status: number;
  public readonly code: string;

  public constructor({ status, code, message }: { readonly status: number; readonly code: string; readonly message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Something SharePoint may well do but the stand-in does not: 501 with its name, never a silent success. */
export function notImplemented(what: string): SharePointError {
  return new SharePointError({
    status: 501,
    code: '-1, Standin.NotImplementedException',
    message: `The stand-in does not support ${what}.`
  });
}

const argument = 'System.ArgumentException';
const spException = 'Microsoft.SharePoint.SPException';
const invalidQuery = 'Microsoft.SharePoint.Client.InvalidClientQueryException';

export function accessDenied(): SharePointError {
  return new SharePointError({
    status: 403,
    code: '-2147024891, System.UnauthorizedAccessException',
    message: 'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))'
  });
}

/** No or no valid token. SharePoint answers 401 with a bare text; the code is a guess. */
export function unauthenticated(): SharePointError {
  return new SharePointError({
    status: 401,
    code: '-2147024891, System.UnauthorizedAccessException',
    message: 'Access denied. You do not have permission to perform this action or access this resource.'
  });
}

/** A digest that is missing or not the server's (phpSPO#61), or one whose half hour is over (pnpjs#2186): the text is the same. */
export function invalidDigest(why: 'tampered' | 'timed-out'): SharePointError {
  return new SharePointError({
    status: 403,
    code: `${why === 'tampered' ? '-2130575251' : '-2130575252'}, ${spException}`,
    message:
      "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try your operation again."
  });
}

export function unknownSite(path: string): SharePointError {
  return new SharePointError({ status: 404, code: `-2147024894, System.IO.FileNotFoundException`, message: `404 FILE NOT FOUND: ${path}` });
}

export function unknownList(message: string): SharePointError {
  return new SharePointError({ status: 404, code: `-1, ${argument}`, message });
}

/** Asked for by id; the code is SharePoint's own (-2130575322, "List does not exist", as quoted in public repositories). */
export function unknownListId(): SharePointError {
  return new SharePointError({
    status: 404,
    code: `-2130575322, ${spException}`,
    message: 'List does not exist.\n\nThe page you selected contains a list that does not exist.  It may have been deleted by another user.'
  });
}

export function duplicateList(): SharePointError {
  return new SharePointError({
    status: 500,
    code: `-2130575342, ${spException}`,
    message:
      'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'
  });
}

export function unknownItem(): SharePointError {
  return new SharePointError({
    status: 404,
    code: `-2130575338, ${argument}`,
    message: 'Item does not exist. It may have been deleted by another user.'
  });
}

/** A column asked for by name or id that the list does not have. */
export function unknownColumn(name: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2147024809, ${argument}`,
    message: `Column '${name}' does not exist. It may have been deleted by another user.`
  });
}

/** A file, folder or attachment whose name is taken; the code is SharePoint's, that it comes with 400 is a guess. */
export function duplicateName(): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2130575257, ${spException}`,
    message: 'The specified name is already in use.'
  });
}

/** 400, as for an unknown column (seen by the tests of a public provisioning tool for `getbytitle`; by id a guess). */
export function unknownView(): SharePointError {
  return new SharePointError({ status: 400, code: `-2147024809, ${argument}`, message: 'The specified view is invalid.' });
}

/** Adding a column whose id is taken; the code is a guess. */
export function duplicateColumn(name: string): SharePointError {
  return new SharePointError({ status: 500, code: `-2130575294, ${spException}`, message: `A duplicate field name "${name}" was found.` });
}

export function badArgument(message: string): SharePointError {
  return new SharePointError({ status: 400, code: `-2147024809, ${argument}`, message });
}

/** `ensureuser` with a name that nobody in the directory has. */
export function unknownLogonName(logonName: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2146232832, ${spException}`,
    message: `The specified user ${logonName} could not be found.`
  });
}

export function unknownUserId(): SharePointError {
  return new SharePointError({ status: 500, code: `-2146232832, ${spException}`, message: 'User cannot be found.' });
}

/** By e-mail or login name; the status is a guess. */
export function unknownUser(): SharePointError {
  return new SharePointError({ status: 404, code: `-2146232832, ${spException}`, message: 'User cannot be found.' });
}

/** The status is a guess. */
export function unknownGroup(): SharePointError {
  return new SharePointError({ status: 404, code: `-2146232832, ${spException}`, message: 'Group cannot be found.' });
}

/** Status and code are a guess. */
export function duplicateGroup(): SharePointError {
  return new SharePointError({ status: 500, code: `-2130575293, ${spException}`, message: 'The specified name is already in use.' });
}

/** Role definition, role assignment or custom action; status and code are a guess. */
export function unknownEntity(message: string): SharePointError {
  return new SharePointError({ status: 404, code: `-2147024809, ${argument}`, message });
}

/** An unknown property, a body that is no JSON, a filter that does not parse. */
export function invalidClientQuery(message: string): SharePointError {
  return new SharePointError({ status: 400, code: `-1, ${invalidQuery}`, message });
}

/** A name that the items of a list do not have, or one that cannot be asked for so (seen in answers of SharePoint Online, 400). */
export function invalidFieldQuery(message: string): SharePointError {
  return new SharePointError({ status: 400, code: `-1, ${spException}`, message });
}

/** A person or lookup, `path` being what was asked of it, that is selected without being expanded or expanded without being selected. */
export function notExpanded(path: string, name: string): SharePointError {
  return invalidFieldQuery(
    `The query to field '${path}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`
  );
}

/** A view or query that is no well-formed CAML. The hresult is what SharePoint's libraries show for it; that it comes with 400 is a guess. */
export function invalidCaml(): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2147467259, ${spException}`,
    message: 'Cannot complete this action.\n\nPlease try again.'
  });
}

/** A column type that CAML cannot compare, such as a note. */
export function notFilterable(name: string, type: string): SharePointError {
  return invalidFieldQuery(`The field '${name}' of type '${type}' cannot be used in the query filter expression.`);
}

export function duplicateValue(name: string): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
    message: `The value you entered for the field '${name}' already exists in this list. This field must contain unique values.`
  });
}

/** A text of more than 255 characters. The hresult is SharePoint's `InvalidFieldValue`; that it comes with 400 is a guess. */
export function textTooLong(): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2130575155, ${spException}`,
    message: 'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.'
  });
}

export function listViewThreshold(): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    message: 'The attempted operation is prohibited because it exceeds the list view threshold.'
  });
}

export function tooManyLookups(): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
    message: 'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.'
  });
}

/** `given` is what If-Match said, the empty text when there was none. */
export function etagMismatch(given: string, actual: string): SharePointError {
  return new SharePointError({
    status: 412,
    code: '-1, Microsoft.SharePoint.Client.ClientServiceException',
    message: `The request ETag value '${given}' does not match the object's ETag value '${actual}'.`
  });
}

/** Making a site where there is one; the code as recorded from SharePoint Online, the status a guess. */
export function siteAddressTaken(path: string): SharePointError {
  return new SharePointError({
    status: 500,
    code: `-2147024713, ${spException}`,
    message: `The Web site address "${path}" is already in use.`
  });
}

/** A description over 512 characters, of a group or a permission level [recorded in a public repository]. */
export function descriptionTooLong(message: string): SharePointError {
  return new SharePointError({ status: 500, code: `-2146232832, ${spException}`, message });
}

/** Adding somebody to a group whom nobody knows; status and code as others have met them in SharePoint Online. */
export function unknownMember(): SharePointError {
  return new SharePointError({ status: 404, code: `-2130575276, ${spException}`, message: 'The user does not exist or is not unique.' });
}

/** Giving roles on something that inherits them. The text is SharePoint's; status and code are a guess. */
export function inheritsPermissions(): SharePointError {
  return new SharePointError({
    status: 400,
    code: '-2146233079, System.InvalidOperationException',
    message: 'This operation is not allowed on an object that inherits permissions.'
  });
}
