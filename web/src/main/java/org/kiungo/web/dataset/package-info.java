/** Imported layers: looked at, checked row by row, stored as versions, compared and undone. */
package org.kiungo.web.dataset;
