import type { WorkingGroup } from '../working-group/rules.ts'

/** The channel of a group, or of the secretariat, by whatever is known of it. */
export function placeOf({ channel, channelId }: Pick<WorkingGroup, 'channel' | 'channelId'>) {
  return { ...(channel !== undefined && { channel }), ...(channelId !== undefined && { channelId }) }
}
