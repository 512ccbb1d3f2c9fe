/** Plans in doubt: what a plan loses where today's figures are wrong, studied once and kept. */
package org.kiungo.web.doubt;
