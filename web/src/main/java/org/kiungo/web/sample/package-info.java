/** Sample plans from built-in data, computed after the start so that the first page has content. */
package org.kiungo.web.sample;
