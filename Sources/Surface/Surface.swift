public enum SurfacePlaceholder {}
