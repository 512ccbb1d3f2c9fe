/**
 * The web pages: controllers that hand the figures of other features to Thymeleaf templates, which
 * are complete without scripts. Scripts under {@code static/js} then add the map and live parts.
 */
package org.kiungo.web.page;
