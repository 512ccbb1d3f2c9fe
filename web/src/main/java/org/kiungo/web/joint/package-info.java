/** What planning several countries together is worth: asked for, computed in its turn, in words. */
package org.kiungo.web.joint;
