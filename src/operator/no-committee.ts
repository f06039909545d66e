/** What a newcomer has to do first. */
export const noCommittee =
  'no committee is on record yet; load the sample with "init --sample tc260", or your own with "import committee FILE"'
