/**
 * The API described for machines: what each address takes and every status that it answers. Most of
 * it follows from the signatures of the controllers; {@link org.kiungo.web.openapi.Answers} says
 * the rest. A test compares the description with what the tests of the web application really got.
 */
package org.kiungo.web.openapi;
