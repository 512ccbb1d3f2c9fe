/**
 * Words for users, in every language that has a {@code messages_<lang>.properties} file: the only
 * place that turns a code of the planner or of the data readers into a sentence.
 */
package org.kiungo.web.language;
