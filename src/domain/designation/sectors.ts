/**
 * Codes of the sector standards of China (行业标准代号). With `/T` any two letters are believed; without the slash, or
 * without the T, only these are.
 */
export const sectors: ReadonlySet<string> = new Set(
  (
    'AQ BB CB CH CJ CY DA DL DZ EJ FZ GA GC GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA LB LD LS LY MH MR MT MZ ' +
    'NB NY QB QC QJ QX RB RF SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY'
  ).split(' '),
)

/** Three-letter series: military (GJB), metrology (JJF, JJG), building (GBJ, JGJ, CJJ) and transport (JTG, JTJ, JTS). */
export const longSectors: readonly string[] = ['GJB', 'JJF', 'JJG', 'GBJ', 'JGJ', 'CJJ', 'JTG', 'JTJ', 'JTS']
