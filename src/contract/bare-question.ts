/** What is said of something where all of it is a question: `?`, `yet?`, `吗？`, `了吗`. */
export const bareQuestion =
  /^(?:(?:yet|already|now|or\s+not)\s*[?？]|(?:了?[吗嘛么没呢]|了?没有|与否)\s*[?？]|[?？]|了?吗$)[\s?？!！.。]*$/iu
