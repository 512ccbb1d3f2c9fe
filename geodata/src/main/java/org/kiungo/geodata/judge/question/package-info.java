/** Questions about an import, what may be answered, and what was. */
package org.kiungo.geodata.judge.question;
