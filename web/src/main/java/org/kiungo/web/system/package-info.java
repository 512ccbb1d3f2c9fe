/** What every feature of the web application rests on: versions, errors, limits, languages. */
package org.kiungo.web.system;
